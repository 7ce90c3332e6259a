"""What elements are made of: primitives that both painters know how to draw, and what stands on them.

`element` declares a thing; `primitives`, `particles`, `glow`, `painted`, `props` and `mesh` are the toolkit;
`fallback_forms` replaces shaders. Folders hold what many things share: `motion`, `people`, `plants`, `materials`,
`sky`. What one thing or one family uses alone lies beside it in `elements`.
"""
