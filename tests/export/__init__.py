"""Tests of what leaves the site besides its pages."""
