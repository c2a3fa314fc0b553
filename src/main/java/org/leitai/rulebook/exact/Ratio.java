package org.leitai.rulebook.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An exact fraction in lowest terms. Values that fit into two longs are kept in them, larger ones in big integers; the
 * two forms are never mixed for one value, so {@code equals} is numeric equality.
 */
public final class Ratio implements Comparable<Ratio> {
    public static final Ratio ZERO = new Ratio(0, 1);
    public static final Ratio ONE = new Ratio(1, 1);

    /** The bound of {@link #floor}. */
    public static final long MOST = 1L << 61;

    /** Digits kept when a fraction that never ends (1/3) has to be shown as a decimal and no rule rounds it. */
    private static final int SHOWN_DECIMALS = 12;

    private final long num;
    private final long den;
    private final @Nullable BigFraction big;

    private record BigFraction(BigInteger num, BigInteger den) {}

    private Ratio(long num, long den) {
        this.num = num;
        this.den = den;
        this.big = null;
    }

    private Ratio(BigFraction big) {
        this.num = 0;
        this.den = 0;
        this.big = big;
    }

    public static Ratio of(long whole) {
        return whole == Long.MIN_VALUE ? of(BigInteger.valueOf(whole), BigInteger.ONE) : new Ratio(whole, 1);
    }

    /**
     * A fraction of whole numbers.
     *
     * @throws ArithmeticException if {@code den} is zero
     */
    public static Ratio of(long num, long den) {
        return of(BigInteger.valueOf(num), BigInteger.valueOf(den));
    }

    public static Ratio of(BigDecimal value) {
        if (value.scale() <= 0 && value.precision() - value.scale() <= 18) {
            return new Ratio(value.longValueExact(), 1);
        }
        if (value.scale() > 0 && value.scale() <= 18 && value.precision() <= 18) {
            return reduced(value.scaleByPowerOfTen(value.scale()).longValueExact(), Decimals.powerOfTen(value.scale()));
        }
        return value.scale() > 0
                ? of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()))
                : of(value.toBigIntegerExact(), BigInteger.ONE);
    }

    /**
     * A fraction of whole numbers of any size.
     *
     * @throws ArithmeticException if {@code den} is zero
     */
    public static Ratio of(BigInteger num, BigInteger den) {
        if (den.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        var gcd = num.gcd(den);
        var n = den.signum() < 0 ? num.divide(gcd).negate() : num.divide(gcd);
        var d = den.divide(gcd).abs();
        return n.bitLength() < 64 && d.bitLength() < 64 && !n.equals(BigInteger.valueOf(Long.MIN_VALUE))
                ? new Ratio(n.longValue(), d.longValue())
                : new Ratio(new BigFraction(n, d));
    }

    private static Ratio reduced(long num, long den) {
        if (den == 1) {
            return new Ratio(num, 1);
        }
        var gcd = gcd(Math.abs(num), den);
        return new Ratio(num / gcd, den / gcd);
    }

    /** After one step both numbers are below the denominator, for marks a small one: divisions of ints cost less. */
    private static long gcd(long a, long b) {
        if (b <= Integer.MAX_VALUE) {
            return gcd((int) b, (int) (a % b));
        }
        while (b != 0) {
            var rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private static int gcd(int a, int b) {
        while (b != 0) {
            var rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    public Ratio plus(Ratio other) {
        if (big == null && other.big == null) {
            if (num == 0 || other.num == 0) {
                return num == 0 ? other : this;
            }
            if (den == other.den) {
                var sum = num + other.num;
                if (((num ^ sum) & (other.num ^ sum)) >= 0 && sum != Long.MIN_VALUE) {
                    return reduced(sum, den);
                }
            } else if (fitsCross(this, other)) {
                return reduced(num * other.den + other.num * den, den * other.den);
            }
        }
        return of(
                bigNum().multiply(other.bigDen()).add(other.bigNum().multiply(bigDen())),
                bigDen().multiply(other.bigDen()));
    }

    private boolean isOne() {
        return num == 1 && den == 1;
    }

    public Ratio minus(Ratio other) {
        return plus(other.negate());
    }

    public Ratio times(Ratio other) {
        if (isOne() || other.isOne()) {
            return isOne() ? other : this;
        }
        if (big == null && other.big == null && fitsCross(this, other)) {
            return reduced(num * other.num, den * other.den);
        }
        return of(bigNum().multiply(other.bigNum()), bigDen().multiply(other.bigDen()));
    }

    /**
     * The exact quotient.
     *
     * @throws ArithmeticException if {@code other} is zero
     */
    public Ratio dividedBy(Ratio other) {
        return of(bigNum().multiply(other.bigDen()), bigDen().multiply(other.bigNum()));
    }

    public Ratio negate() {
        return big == null ? new Ratio(-num, den) : new Ratio(new BigFraction(big.num.negate(), big.den));
    }

    public Ratio abs() {
        return signum() < 0 ? negate() : this;
    }

    public Ratio min(Ratio other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Ratio max(Ratio other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public int signum() {
        return big == null ? Long.signum(num) : big.num.signum();
    }

    /** Every product and sum of products of four numbers below 2^30 stays inside a long. */
    private static boolean fitsCross(Ratio a, Ratio b) {
        return small(a.num) && small(a.den) && small(b.num) && small(b.den);
    }

    private static boolean small(long value) {
        return value < 1L << 30 && value > -(1L << 30);
    }

    private BigInteger bigNum() {
        return big == null ? BigInteger.valueOf(num) : big.num;
    }

    private BigInteger bigDen() {
        return big == null ? BigInteger.valueOf(den) : big.den;
    }

    /** The largest whole number that is at most so many times this, within ±{@link #MOST}. */
    public long floor(long times) {
        if (big == null && Math.abs(num) <= MOST / times) {
            return Math.floorDiv(num * times, den);
        }
        var product = bigNum().multiply(BigInteger.valueOf(times));
        var quotient = product.divideAndRemainder(bigDen());
        var floor = quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
        return floor.max(BigInteger.valueOf(-MOST))
                .min(BigInteger.valueOf(MOST))
                .longValueExact();
    }

    /** Whether so many times the value is a whole number, as far as this can be told within {@link #MOST}; false beyond. */
    public boolean isWhole(long times) {
        return big == null && Math.abs(num) <= MOST / times && num * times % den == 0;
    }

    /** Rounds to {@code decimals} places; the result is exact again. */
    public Ratio round(int decimals, RoundingMode mode) {
        return of(toDecimal(decimals, mode));
    }

    /** The value with exactly {@code decimals} places. */
    public BigDecimal toDecimal(int decimals, RoundingMode mode) {
        if (big == null && den == 1) {
            return BigDecimal.valueOf(num).setScale(decimals, mode);
        }
        return new BigDecimal(bigNum()).divide(new BigDecimal(bigDen()), decimals, mode);
    }

    /** The exact decimal if it ends, otherwise 12 places half-even; for showing only, never for deciding. */
    public BigDecimal toDecimal() {
        if (big == null && den == 1) {
            return BigDecimal.valueOf(num);
        }
        try {
            var exact = new BigDecimal(bigNum()).divide(new BigDecimal(bigDen()));
            return exact.scale() < 0 ? exact.setScale(0) : exact;
        } catch (ArithmeticException endless) {
            return toDecimal(SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
        }
    }

    /** A square root to {@code digits} significant digits, taken as exact from then on: the one named inexact step. */
    public Ratio sqrt(int digits) {
        var context = new MathContext(digits + 5, RoundingMode.HALF_EVEN);
        var quotient = new BigDecimal(bigNum()).divide(new BigDecimal(bigDen()), context);
        return of(quotient.sqrt(new MathContext(digits, RoundingMode.HALF_EVEN)));
    }

    /** The smallest whole number that is not below this value. */
    public Ratio ceiling() {
        return round(0, RoundingMode.CEILING);
    }

    public int intValueExact() {
        return toDecimal().intValueExact();
    }

    @Override
    public int compareTo(Ratio other) {
        if (big == null && other.big == null) {
            if (den == other.den) {
                return Long.compare(num, other.num);
            }
            if (fitsCross(this, other)) {
                return Long.compare(num * other.den, other.num * den);
            }
        }
        return bigNum().multiply(other.bigDen()).compareTo(other.bigNum().multiply(bigDen()));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Ratio that && num == that.num && den == that.den && Objects.equals(big, that.big);
    }

    @Override
    public int hashCode() {
        return big == null ? Long.hashCode(num) * 31 + Long.hashCode(den) : big.hashCode();
    }

    /** The decimal if it ends, otherwise the fraction. */
    @Override
    public String toString() {
        try {
            var exact = new BigDecimal(bigNum()).divide(new BigDecimal(bigDen()));
            return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
        } catch (ArithmeticException endless) {
            return bigNum() + "/" + bigDen();
        }
    }
}
