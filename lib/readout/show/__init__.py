"""Story in, what people see out: Altair charts, tables, cited sentences, marked-up articles."""
