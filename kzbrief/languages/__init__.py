"""Catalogues of labels and messages, one file a language (`ru.po`), and what finds and reads them."""
