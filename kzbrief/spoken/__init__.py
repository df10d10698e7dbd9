"""Reading a brief by ear or on a braille line: plain lines, no drawing, commands typed as words. Needs neither Textual nor Rich."""
