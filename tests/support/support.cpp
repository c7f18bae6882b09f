// Keeps the library non-empty; the fixtures are in the files beside this one.
