# Chance: splitmix64, so that a seed repeats on every machine.

cdef inline double unit(Annealer s) noexcept nogil:
    """A number from 0 to 1, 1 excluded."""
    cdef unsigned long long mixed
    s.dice += <unsigned long long>0x9E3779B97F4A7C15
    mixed = s.dice
    mixed = (mixed ^ (mixed >> 30)) * <unsigned long long>0xBF58476D1CE4E5B9
    mixed = (mixed ^ (mixed >> 27)) * <unsigned long long>0x94D049BB133111EB
    mixed = mixed ^ (mixed >> 31)
    return <double>(mixed >> 11) / 9007199254740992.0


cdef inline int below(Annealer s, int number) noexcept nogil:
    """A whole number from 0 to number - 1."""
    return <int>(unit(s) * number)


cdef inline int waiting(Annealer s, double rate) noexcept nogil:
    """A whole number drawn as a waiting time with this rate."""
    return <int>(-log(1.0 - unit(s)) / rate)
