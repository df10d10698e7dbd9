"""TOML in all its spellings, written for the places of keys and values: each text is valid TOML 1.1, and most are odd."""

from __future__ import annotations

TEXTS = {
    "nothing": "",
    "comment without an end": "# that is all",
    "blank lines": "\n\n \t\n\r\n# x\n",
    "no line end": "a = 1",
    "bare keys": "a = 1\nA-b_9 = 2\n1234 = 3\n- = 4\n_ = 5\ntrue = 6\ninf = 7\n1979-05-27 = 8\n0x1 = 9\n",
    "quoted keys": ('"" = 0\n\'x y\' .x = 1\n"a.b" = 2\n\'"c"\' = 3\n"\\u00e9\\t\\"" = 4\n"ключ" = 5\n\'[t]\' = 6\n"# k" = 7\n"=" = 8\n'),
    "dotted keys": (
        "a.b.c = 1\na . b\t.d = 2\n3.14 = 'pi'\n\"a\".'b'.\"c d\" = 3\na.e.f.g = { h.i = 1, h.j = 2 }\na.e.k = [ { l.m = 1 } ]\n"
    ),
    "blanks around everything": " \t a\t =\t 1 \t# x\n\t[ t . u ]\t# y\n  b = [ 1 ,\t2 ] \n[[ v ]] #z\n c={d=1}\n",
    "tables": "[a]\n[a.b.c]\nx = 1\n[a.b]\nx = 2\n[d.e]\n[d]\nf.g = 3\n['h'.\"i\"]\nj = 4\n[ k ]\n[l]# m\n[n]\n",
    "tables out of order": "[z.y.x]\na = 1\n[b]\nc = 2\n[z]\nd = 3\n[z.y]\ne = 4\n[b.f]\ng = 5\n",
    "arrays of tables": (
        "[[a]]\n[[a]]\nb = 1\n[a.c]\nd = 2\n[[a.e]]\nf = 3\n[[a.e]]\n[a.e.g]\nh = 4\n[[a]]\n[[a.e]]\ni = 5\n[j.k]\n[[j.l]]\nm = 6\n"
    ),
    "a table before its array": "[a.b]\nc = 1\n[[a.d]]\ne = 2\n[a]\nf = 3\n",
    "headers like values": 'a = [1]\n[b]\nc = \'[d]\'\ne = "[[f]]" # [g]\n[h] # [[i]]\n["[j]"]\n[["]]"]]\nk = 1\n',
    "inline tables": (
        "a = {}\nb = { }\nc = {d = 1}\ne = {f = {g = {h = 1}}, i.j = 2, \"k\" = 3, 'l' . m = [4]}\nn = [{o = 1}, {}, {p = []}]\n"
    ),
    "inline tables over lines": "a = {\n  b = 1, # one\n  c = [ # two\n    2,\n  ],\n\n  d = { e = 3\n  },\n}\nf = 1\n",
    "lists": (
        "a = []\nb = [ ]\nc = [1,2, 3 ,]\nd = [[1, 2], ['x', [\"y\"]], [], [[[]]]]\ne = [1, 'two', 3.0, true, 1979-05-27, {f = 1}]\n"
    ),
    "lists over lines": (
        "a = [\n]\nb = [ # x ]\n  1 # y,\n  , 2,\n # z\n\n  [\n3\n]\n  ,\n]\nc = ['#', \"]\", ',', '''\n]\n''', \"\"\"\n,\"\"\"]\n"
    ),
    "basic strings": (
        'a = ""\nb = " x "\nc = "\\"\\\\\\b\\t\\n\\f\\r\\e"\nd = "\\u0041\\U0001F469\\x41"\ne = "# no"\nf = "\'"\ng = "é新👩"\nh = "a\tb"\n'
    ),
    "literal strings": "a = ''\nb = '\\'\nc = '\"'\nd = 'C:\\Users\\x'\ne = '# no'\nf = 'a\tb'\n",
    "long basic strings": (
        'a = """"""\nb = """\n"""\nc = """x\ny"""\nd = """\n\n x"""\ne = """a "" b " c"""\nf = """"a""""\n'
        'g = """""a"""""\nh = """a \\\n   b\\\n\n\n  c \\  \n d"""\ni = """\\\n"""\nj = """\\"""\\""""\nk = """# no\n'
        '[no]\nno = 1"""\nl = """a\\\\"""\n'
    ),
    "long literal strings": (
        "a = ''''''\nb = '''\n'''\nc = '''x\ny'''\nd = ''''a''''\ne = '''''a'''''\nf = '''a '' b\\\n'''\n"
        "g = '''\"\"\"'''\nh = '''\n# no\n[no]'''\n"
    ),
    "strings in lists": (
        "a = ['''''a''''', \"\"\"\"b\"\"\"\", '', \"\", '''''', \"\"\"\"\"\"]\nb = {c = '''\nx''', d = \"\"\"\ny\"\"\"}\n"
    ),
    "whole numbers": (
        "a = 0\nb = +0\nc = -0\nd = 1_000\ne = +99\nf = -17\ng = 0xDEAD_beef\nh = 0o7_55\ni = 0b1101_0110\nj = 9223372036854775807\n"
    ),
    "other numbers": (
        "a = 0.0\nb = +1.5\nc = -0.01\nd = 5e+22\ne = 1E06\nf = -2e-2\ng = 6.626e-34\nh = 224_617.445_991_228\n"
        "i = inf\nj = -inf\nk = nan\nl = +nan\n"
    ),
    "truths": "a = true\nb = false\nc = [true,false]\nd={e=true}\n",
    "dates": (
        "a = 1979-05-27T07:32:00Z\nb = 1979-05-27t00:32:00.999999-07:00\nc = 1979-05-27 07:32:00\nd = 1979-05-27\n"
        "e = 07:32:00\nf = 00:32:00.5\ng = 1979-05-27 07:32\nh = 07:32\ni = 1979-05-27   # 07:32\n"
        "j = [1979-05-27 07:32:00z,1979-05-27, 07:32:00]\nk = {l = 1979-05-27 , m = 07:32}\n"
    ),
    "values at the end": "a = [1979-05-27]\nb = {c = 1}\nd = [true]#e\nf = [1.5]\ng = {h = 'x'}",
    "comments everywhere": '#a\na = 1 # b = 2\n#[c]\n[d] # e\n# f\ng = [ # h\n # i\n1, # j\n] # k\nl = \'#\' # m\nn = """#""" # o\n#',
    "letters of the world": "\"ї\" = 'Қазақстан'\n'日本' = { \"語\" = [ '新聞', \"é\" ] }\n[\"ß\".'😀']\nx = '👩\u200d💻'\n# комментарий\n",
    "separators that end no line": "a = 'x\u2028y\x85z'\nb = \"\u2029\"\n# \u2028 c = 1\nd = 'e'\n",
    "one name in many places": "a = 1\n[b]\na = 2\n[[c]]\nb = 3\n[c.a]\na = 4\n[[c]]\na = [ { a = { a = 5 } } ]\n[d.a.a]\na.a = 6\n",
    "numbers as keys": "1 = 'a'\n2.1 = 'b'\n2.2 = 'c'\n[3]\n0 = 'd'\n[[4]]\n0 = 'e'\n[[4]]\n0 = 'f'\n",
    "many of everything": "".join(f"[[t]]\nk{n} = {n}\n[t.s{n}]\nv = [{n}, '{n}']\n" for n in range(50)),
}
"""Texts by what they have."""
