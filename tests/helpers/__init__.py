"""Stories, runs and browsers that tests of several rooms share."""
