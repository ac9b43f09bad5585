"""Speed and memory as ratios, each measured in one run on one machine, and held against a floor."""
