library(readr)
facts <- read_csv("BASE/facts.csv", na = "", show_col_types = FALSE)
