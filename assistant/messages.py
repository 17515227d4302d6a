"""Every sentence a user can see, in Indonesian. Grouped by the part that says it."""

# --- answering ---
