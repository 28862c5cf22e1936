"""Every fact as a row with its types."""

from frictionless import Package

facts = Package("BASE/datapackage.json").get_table_resource("facts").read_rows()
