"""What each change bought: fair shares of a difference among the changes."""
