// publish
