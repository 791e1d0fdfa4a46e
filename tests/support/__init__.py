"""Tests of credcheck.support."""
