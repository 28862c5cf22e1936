"""Every fact in a pandas data frame."""

import pandas as pd

facts = pd.read_csv("BASE/facts.csv", keep_default_na=False, na_values=[""])
