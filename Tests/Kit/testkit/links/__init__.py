"""The alert path as a graph of links, and who hears of the loss of each."""
