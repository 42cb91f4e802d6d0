"""What words say by themselves: phrases of furniture, dates, names of people, words of pictures and roles.

Input: a line or a part of one. Output: what it is, or what it says. Nothing here knows what stands beside it.
"""
