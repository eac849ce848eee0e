"""moto's server, which also updates a stack with a table: it keeps the table, as CloudFormation does."""

import sys

from moto.dynamodb.models.table import Table
from moto.server import main


def keep(original, *_):
    """Indexes can be added to a table that is in use."""
    return original


Table.update_from_cloudformation_json = staticmethod(keep)

if __name__ == "__main__":
    main(sys.argv[1:])
