library(frictionless)
package <- read_package("BASE/datapackage.json")
facts <- read_resource(package, "facts")
