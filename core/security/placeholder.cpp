// security
