// statistics
