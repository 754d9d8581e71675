"""Score sheets of a competition: totals, fair ranks with ties, winners, coaching.

What is not scored is never zero: a participant without every aspect has no total.
"""

from indicators.scoring.judged import Hasil as Hasil
from indicators.scoring.judged import judge as judge
from indicators.scoring.sheets import Lembar as Lembar
from indicators.scoring.sheets import competitions as competitions
from indicators.scoring.sheets import name as name
from indicators.scoring.sheets import setting as setting
from indicators.scoring.sheets import sheet as sheet
