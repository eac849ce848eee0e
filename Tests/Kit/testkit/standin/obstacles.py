"""What stands in the way of making or deleting a resource."""

from testkit.standin.wire import Refused

# Types whose name is one's own in an account, or in the world.
NAMED = {
    "AWS::IAM::Role", "AWS::IAM::User", "AWS::IAM::ManagedPolicy", "AWS::IAM::SAMLProvider", "AWS::S3::Bucket",
    "AWS::SNS::Topic", "AWS::SQS::Queue", "AWS::Events::Rule", "AWS::Events::EventBus", "AWS::Events::Archive",
    "AWS::Lambda::Function", "AWS::DynamoDB::Table", "AWS::KMS::Alias", "AWS::Logs::LogGroup",
    "AWS::CloudTrail::Trail", "AWS::Scheduler::ScheduleGroup",
}  # fmt: skip


def failure(world, stack, template, wanted):
    """The first resource that cannot be made, and why; None if each can."""
    for chosen in world.planned_failures:
        if chosen[0] == stack.name and chosen[1] in (None, stack.key[1]) and chosen[3] > 0:
            chosen[3] -= 1
            return next(iter(wanted)), chosen[2]
    for logical, resource in wanted.items():
        place = world.place(resource.account, resource.region, resource.type)
        standing = world.resources[place].get(resource.id)
        if resource.type in NAMED and standing and standing.stack != stack.key:
            return logical, f"{resource.id} already exists"
        if resource.type == "AWS::Lambda::Function" and not code_is_there(world, resource):
            return logical, "Error occurred while GetObject. S3 Error Code: NoSuchKey. (Service: Lambda)"
    return None


def code_is_there(world, function):
    try:
        return bool(code_object(world, function))
    except Refused:
        return False


def code_object(world, function):
    """The version of the object that a function was made of."""
    code = function.values["Code"]
    world.bucket(code["S3Bucket"])
    versions = world.objects[code["S3Bucket"]].get(code["S3Key"], [])
    chosen = [v for v in versions if code.get("S3ObjectVersion") in (None, v.version)]
    return chosen[-1] if chosen else None


def clings(world, resource):
    """Why a resource cannot be deleted; None if it can."""
    if resource.type == "AWS::S3::Bucket" and any(world.objects[resource.id].values()):
        return "The bucket you tried to delete is not empty. You must delete all versions in the bucket."
    if resource.type == "AWS::IAM::User":
        if resource.more.get("login"):
            return "Cannot delete entity, must delete login profile first."
        if resource.more.get("devices"):
            return "Cannot delete entity, must delete MFA virtual device first."
        if resource.more.get("keys"):
            return "Cannot delete entity, must delete access keys first."
    if resource.type == "AWS::IAM::ManagedPolicy" and len(resource.more.get("versions", [1])) > 1:
        return "Cannot delete a policy with more than one version."
    return None
