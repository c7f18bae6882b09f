// The resource files are compiled into this object library; linking it makes ":/theme" and its
// neighbours readable.
