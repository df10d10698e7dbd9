"""A brief as one page of HTML to mail or to put somewhere: no script, nothing from the network, readable without style sheets.

`document` has the page as a whole, `dashboard` the score and what belongs to it, `drawings` the figures as SVG, `findings` the sections,
`sources` the works and what opens over the text, `chronicle` what is in order of time, `prose` texts with their citations, `elements`
how all of it becomes markup.
"""
