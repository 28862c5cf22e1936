"""The release: every format and sidecar from one model, which reads a package folder and nothing else."""
