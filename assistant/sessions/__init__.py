"""Assistance sessions of Sekber: opened for a region, filled while they run, closed to minutes."""
