"""
The language server: findings as you type, for every editor that speaks the protocol.

`workspace` holds the texts and knows nothing of the protocol; `server` speaks it. Needs the extra
`lsp` (pygls).
"""
