// AlertPath
