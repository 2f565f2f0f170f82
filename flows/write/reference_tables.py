def reference_tables(): return {}
