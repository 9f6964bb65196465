"""What in all other documents speaks of the same thing as a sentence: its echoes.

The words of the sentence lead to documents, by the index or without; what in these tells the same
is found by what links panes (``search_index.alignment``), so that both agree.
"""
