"""Tests of credcheck.rules.unsupported."""
