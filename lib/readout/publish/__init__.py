"""Notebooks run and exported: the papermill engine, HTML, PDF, e-mail and the manifest of a run."""
