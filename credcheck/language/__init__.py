"""What fluent English looks like: tokens, n-gram statistics, word neighbours."""
