// takeover
