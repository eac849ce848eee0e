"""A tenant of Microsoft Entra ID: its objects, and the operations of graph.yaml."""

import re

import connexion

ROLES = [
    "Application.Read.All", "AuditLog.Read.All", "GroupMember.Read.All", "Member.Read.Hidden",
    "Policy.Read.All", "PrivilegedAssignmentSchedule.Read.AzureADGroup", "User.Read.All",
]  # fmt: skip


def refuse(status, code):
    return {"error": {"code": code, "message": "secret-of-the-server"}}, status


class Tenant:
    """A correct tenant: app disabled, groups empty, nobody privileged, MFA required of everybody.

    groups     by id; the arguments name the emergency groups, e.g. Tenant(g1="aws#…"), which are assigned
    members    direct members by group id; nested groups are resolved, as Graph does
    schedules  of Privileged Identity Management; active ones make their principal a member or an owner
    roles      the app roles that the checker has
    """

    def __init__(self, **names):
        self.url = ""
        self.limit = 999
        self.roles = list(ROLES)
        self.app = {
            "id": "sp1", "appId": "app1", "displayName": "AWS emergency", "accountEnabled": False,
            "isDisabled": None, "appRoleAssignmentRequired": True,
            "preferredSingleSignOnMode": "saml",
        }  # fmt: skip
        self.assigned = [self.assignment(id, name, "Group") for id, name in names.items()]
        self.groups = {id: self.group(id, name) for id, name in {**names, "g9": "control"}.items()}
        self.members = {id: [] for id in names} | {"g9": [self.user("u9", "c@example.com")]}
        self.schedules, self.audits, self.sign_ins = [], [], []
        self.policies = [self.policy("MFA for all", ["mfa"])]
        self.users = {"jane@example.com": {"id": "u1", "accountEnabled": True}}
        self.details = {
            "u1": {"id": "u1", "isMfaRegistered": True, "methodsRegistered": ["fido2SecurityKey"]}
        }

    @staticmethod
    def user(id, name):
        return {"@odata.type": "#microsoft.graph.user", "id": id, "userPrincipalName": name}

    @staticmethod
    def assignment(principal, name, kind):
        return {
            "id": f"a-{principal}", "principalId": principal, "principalType": kind,
            "principalDisplayName": name,
        }  # fmt: skip

    @staticmethod
    def schedule(group, principal, kind, access="member"):
        return {
            "id": f"s-{principal}", "groupId": group, "principalId": principal, "accessId": access,
            "assignmentType": kind,
        }  # fmt: skip

    @staticmethod
    def group(id, name):
        return {
            "id": id, "displayName": name, "groupTypes": [], "membershipRule": None,
            "membershipRuleProcessingState": None, "visibility": None,
            "onPremisesSyncEnabled": None,
        }  # fmt: skip

    @staticmethod
    def policy(name, controls, **users):
        return {
            "id": name, "displayName": name, "state": "enabled",
            "conditions": {
                "applications": {"includeApplications": ["All"], "excludeApplications": []},
                "users": {"includeUsers": ["All"]} | users, "locations": None,
                "signInRiskLevels": [],
            },
            "grantControls": {"operator": "OR", "builtInControls": controls},
        }  # fmt: skip

    def get_group(self, id, **_):
        return self.groups.get(id) or refuse(404, "Request_ResourceNotFound")

    def list_groups(self, **query):
        prefix = re.fullmatch(r"startswith\(displayName,'(.*)'\)", query["filter"])[1]
        found = [g for g in self.groups.values() if g["displayName"].startswith(prefix)]
        return self.paged(found, query)

    def list_transitive_members(self, id, **query):
        if id not in self.groups:
            return refuse(404, "Request_ResourceNotFound")
        hidden = self.groups[id]["visibility"] == "HiddenMembership"
        if hidden and "Member.Read.Hidden" not in self.roles:
            return self.paged([], query)
        return self.paged(list(self.everybody(id).values()), query)

    def everybody(self, id):
        """Members by id, including those of nested groups."""
        found = {member["id"]: member for member in self.members.get(id, [])}
        found |= {
            item["principalId"]: self.user(item["principalId"], f"{item['principalId']}@example.com")
            for item in self.schedules
            if item["groupId"] == id and item["accessId"] == "member" and item["assignmentType"] != "eligible"
        }
        for member in list(found.values()):
            found |= self.everybody(member["id"])
        return found

    def get_service_principal(self, id, **_):
        if not self.app or id != self.app["id"]:
            return refuse(404, "Request_ResourceNotFound")
        return self.app

    def list_app_role_assigned_to(self, id, **query):
        if not self.app or id != self.app["id"]:
            return refuse(404, "Request_ResourceNotFound")
        return self.paged(self.assigned, query)

    def list_assignment_instances(self, **query):
        group = query["filter"].split("'")[1]
        if group not in self.groups:
            return refuse(404, "ResourceNotFound")
        active = [item for item in self.schedules if item["assignmentType"] != "eligible"]
        return self.paged([item for item in active if item["groupId"] == group], query)

    def list_access_policies(self, **query):
        return self.paged(self.policies, query)

    def list_directory_audits(self, **query):
        target = re.search(r"t/id eq '([^']+)'", query["filter"])[1]
        found = [a for a in self.audits if any(t["id"] == target for t in a["targetResources"])]
        return self.paged(found, query)

    def list_sign_ins(self, **query):
        return self.paged(self.sign_ins if "'app1'" in query["filter"] else [], query)

    def get_user(self, id, **_):
        return self.users.get(id) or refuse(404, "Request_ResourceNotFound")

    def get_registration_details(self, id):
        return self.details.get(id) or refuse(404, "ResourceNotFound")

    def paged(self, items, query):
        start = int(query.get("skiptoken") or 0)
        limit = min(self.limit, query.get("top") or 100)
        page = {"value": items[start : start + limit]}
        if start + limit < len(items):
            scope = connexion.request.scope
            kept = [
                part for part in scope["query_string"].decode().split("&")
                if part and "skiptoken" not in part
            ]  # fmt: skip
            query = "&".join([*kept, f"%24skiptoken={start + limit}"])
            page["@odata.nextLink"] = f"{self.url}{scope['path']}?{query}"
        return page
