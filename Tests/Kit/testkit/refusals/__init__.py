"""What AWS refuses and moto takes: the rules, and a layer in front of moto that applies them."""
