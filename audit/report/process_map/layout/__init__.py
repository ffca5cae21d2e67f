"""Where each thing of the process map stands, in pixels."""
