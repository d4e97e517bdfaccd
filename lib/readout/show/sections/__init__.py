"""The report's sections: one question each, one function of the view, one module."""
