"""Tests in a real pseudo-terminal, in tmux and through OpenSSH."""
