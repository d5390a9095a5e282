//! The few functions of probability that drawing needs, and their tables. The `libm` crate computes them everywhere, so
//! that a native program and WebAssembly get the same bits; once tabulated, drawing needs no transcendental function.

use core::f64::consts::FRAC_1_SQRT_2;

/// Probability that a standard normal is at most `z`.
pub(super) fn normal(z: f64) -> f64 {
    0.5 * libm::erfc(-z * FRAC_1_SQRT_2)
}

/// The probabilities that a standard normal is at most `z`, and above: the smaller one keeps its digits.
pub(super) fn normal_sides(z: f64) -> (f64, f64) {
    let smaller = normal(-z.abs());
    if z < 0.0 {
        (smaller, 1.0 - smaller)
    } else {
        (1.0 - smaller, smaller)
    }
}

/// The standard normal quantile of `p`, strictly between 0 and 1, to sixteen digits: Wichura, "Algorithm AS 241: The
/// Percentage Points of the Normal Distribution", Applied Statistics 37 (1988), 477-484, doi:10.2307/2347330.
pub(super) fn normal_quantile(p: f64) -> f64 {
    let from_half = p - 0.5;
    if from_half.abs() <= 0.425 {
        return from_half * ratio(&CENTRE, 0.180_625 - from_half * from_half);
    }
    let tail = libm::sqrt(-libm::log(p.min(1.0 - p)));
    let distance = if tail <= 5.0 {
        ratio(&TAIL, tail - 1.6)
    } else {
        ratio(&FAR_TAIL, tail - 5.0)
    };
    distance.copysign(from_half)
}

/// A polynomial over another, coefficients from the highest power down.
fn ratio(coefficients: &[[f64; 8]; 2], x: f64) -> f64 {
    let [over, under] = coefficients.map(|polynomial| polynomial.iter().fold(0.0, |sum, by| sum * x + by));
    over / under
}

#[rustfmt::skip]
const CENTRE: [[f64; 8]; 2] = [
    [
        2.509_080_928_730_122_7e3, 3.343_057_558_358_813e4, 6.726_577_092_700_87e4, 4.592_195_393_154_987e4,
        1.373_169_376_550_946e4, 1.971_590_950_306_551_4e3, 1.331_416_678_917_843_8e2, 3.387_132_872_796_366_6,
    ],
    [
        5.226_495_278_852_854e3, 2.872_908_573_572_194_3e4, 3.930_789_580_009_271e4, 2.121_379_430_158_659_6e4,
        5.394_196_021_424_751e3, 6.871_870_074_920_579e2, 4.231_333_070_160_091e1, 1.0,
    ],
];

#[rustfmt::skip]
const TAIL: [[f64; 8]; 2] = [
    [
        7.745_450_142_783_414e-4, 2.272_384_498_926_918_4e-2, 2.417_807_251_774_506e-1, 1.270_458_252_452_368_4,
        3.647_848_324_763_204_5, 5.769_497_221_460_691, 4.630_337_846_156_546, 1.423_437_110_749_683_5,
    ],
    [
        1.050_750_071_644_416_9e-9, 5.475_938_084_995_345e-4, 1.519_866_656_361_645_7e-2, 1.481_039_764_274_800_8e-1,
        6.897_673_349_851e-1, 1.676_384_830_183_803_8, 2.053_191_626_637_759, 1.0,
    ],
];

#[rustfmt::skip]
const FAR_TAIL: [[f64; 8]; 2] = [
    [
        2.010_334_399_292_288_1e-7, 2.711_555_568_743_487_6e-5, 1.242_660_947_388_078_4e-3, 2.653_218_952_657_612_4e-2,
        2.965_605_718_285_048_7e-1, 1.784_826_539_917_291_3, 5.463_784_911_164_114, 6.657_904_643_501_103,
    ],
    [
        2.044_263_103_389_939_8e-15, 1.421_511_758_316_446e-7, 1.846_318_317_510_054_8e-5, 7.868_691_311_456_133e-4,
        1.487_536_129_085_061_5e-2, 1.369_298_809_227_358e-1, 5.998_322_065_558_88e-1, 1.0,
    ],
];

/// Where a rising function reaches `wanted`, between `low` and `high`: 64 halvings, whose answers are known without asking
/// outside the narrow place where a quicker search has seen the function cross.
pub(super) fn invert(mut low: f64, mut high: f64, wanted: f64, f: impl Fn(f64) -> f64) -> f64 {
    let (below, above) = crossing(low, high, wanted, &f);
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        // Nothing lies between the two: going on would change nothing.
        if middle <= low || middle >= high {
            break;
        }
        if middle <= below || (middle < above && f(middle) < wanted) {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

/// Two places close together, the function surely below `wanted` at the first and before, surely above it at the second and
/// after: by more than the last bits of the functions, which may waver. False position (Anderson and Björck), and a halving
/// when three steps have gained less than that. The whole of the line when the function does not cross.
fn crossing(low: f64, high: f64, wanted: f64, f: impl Fn(f64) -> f64) -> (f64, f64) {
    let f = |x: f64| f(x) - wanted;
    let (mut below, mut above) = ((low, f(low)), (high, f(high)));
    let sure = 32.0 * f64::EPSILON * wanted.abs();
    if below.1 >= -sure || above.1 <= sure {
        return (low, high);
    }
    // What each end weighs: less when it stays.
    let (mut down, mut up) = (below.1, above.1);
    let (mut rose, mut slow) = (None, 0);
    for _ in 0..64 {
        let width = above.0 - below.0;
        let part = if slow < 3 { down / (down - up) } else { 0.5 };
        let x = below.0 + part * width;
        if x <= below.0 || x >= above.0 {
            break;
        }
        let y = f(x);
        if y.abs() <= sure {
            let step = 2.0 * sure * width / (above.1 - below.1);
            let steps = || core::iter::successors(Some(step), |step| Some(4.0 * step));
            let down = steps().map(|step| x - step);
            let up = steps().map(|step| x + step);
            return (
                down.take_while(|x| *x > below.0)
                    .find(|x| f(*x) < -sure)
                    .unwrap_or(below.0),
                up.take_while(|x| *x < above.0)
                    .find(|x| f(*x) > sure)
                    .unwrap_or(above.0),
            );
        }
        let lighter = |end: f64| if y / end < 1.0 { 1.0 - y / end } else { 0.5 };
        if y < 0.0 {
            up = if rose == Some(true) {
                up * lighter(below.1)
            } else {
                above.1
            };
            (below, down, rose) = ((x, y), y, Some(true));
        } else {
            down = if rose == Some(false) {
                down * lighter(above.1)
            } else {
                below.1
            };
            (above, up, rose) = ((x, y), y, Some(false));
        }
        slow = if slow < 3 && above.0 - below.0 > 0.5 * width {
            slow + 1
        } else {
            0
        };
    }
    (below.0, above.0)
}

/// ln(p ÷ (1 − p)).
pub(super) fn logit(p: f64) -> f64 {
    libm::log(p / (1.0 - p))
}

/// The inverse of [`logit`].
pub(super) fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// The points at which curves are tabulated, as standard normal quantiles, worked out once for all of them.
#[derive(Clone, Debug)]
pub(super) struct Points {
    low: Vec<f64>,
    body: Vec<f64>,
    high: Vec<f64>,
    /// Inside the last piece.
    last: Vec<f64>,
}

impl Points {
    pub(super) fn new() -> Self {
        let points = |start: u32, shift: u32, count: u32| -> Vec<f64> {
            (0..=count)
                .map(|k| (f64::from(start) + f64::from(k) * f64::from(1_u32 << shift)) / WHOLE)
                .map(|u| normal_quantile(u.clamp(1e-7, 1.0 - 1e-7)))
                .collect()
        };
        let width = f64::from(1_u32 << TAIL_SHIFT) / WHOLE;
        let inside = 256;
        Self {
            low: points(0, TAIL_SHIFT, 256),
            body: points(0, BODY_SHIFT, 2048),
            high: points(HIGH_START, TAIL_SHIFT, 256),
            // By symmetry: near one, what is left to one keeps its digits.
            last: (0..inside)
                .map(|k| -normal_quantile(width * (f64::from(k) + 0.5) / f64::from(inside)))
                .collect(),
        }
    }
}

/// A function of a standard normal number, tabulated along the uniform number it is drawn with: straight lines between
/// 2,048 points, and 256 more in each outer sixty-fourth, where quantile functions bend most.
#[derive(Clone, Debug)]
pub(super) struct Curve {
    low: Vec<f64>,
    body: Vec<f64>,
    high: Vec<f64>,
}

const BODY_SHIFT: u32 = 21;
const TAIL_SHIFT: u32 = 18;
const LOW_END: u32 = 1 << 26;
const HIGH_START: u32 = u32::MAX - (1 << 26) + 1;
const WHOLE: f64 = 4_294_967_296.0;

impl Curve {
    /// Tabulates `f`.
    pub(super) fn new(points: &Points, f: impl Fn(f64) -> f64) -> Self {
        let table = |points: &[f64]| points.iter().map(|z| f(*z)).collect::<Vec<_>>();
        let mut high = table(&points.high);
        // The last piece has no upper end: its end is set so that its mean is right.
        if let [.., start, end] = high.as_mut_slice() {
            let mean = table(&points.last).iter().sum::<f64>() / points.last.len() as f64;
            *end = 2.0 * mean - *start;
        }
        Self {
            low: table(&points.low),
            body: table(&points.body),
            high,
        }
    }

    /// Multiplies every value.
    pub(super) fn scale(&mut self, by: f64) {
        let tables = [&mut self.low, &mut self.body, &mut self.high];
        tables.into_iter().flatten().for_each(|value| *value *= by);
    }

    /// The value for a uniform 32-bit number.
    pub(super) fn at(&self, u: u32) -> f64 {
        let (table, from, shift) = if u < LOW_END {
            (&self.low, 0, TAIL_SHIFT)
        } else if u >= HIGH_START {
            (&self.high, HIGH_START, TAIL_SHIFT)
        } else {
            (&self.body, 0, BODY_SHIFT)
        };
        let at = u - from;
        let cell = (at >> shift) as usize;
        let part = f64::from(at & ((1 << shift) - 1)) * (1.0 / f64::from(1_u32 << shift));
        match table.get(cell..cell + 2) {
            Some([start, end]) => start + (end - start) * part,
            _ => 0.0,
        }
    }
}

/// A probability as the 32-bit number below which it falls.
pub(super) fn chance(p: f64) -> u32 {
    (p.clamp(0.0, 1.0) * WHOLE) as u32 // saturates at one
}

/// A uniform 32-bit number between 0 and 1.
pub(super) fn unit(u: u32) -> f64 {
    f64::from(u) * (1.0 / WHOLE)
}

/// A multiplier of mean one, lognormal with this standard deviation of its logarithm.
pub(super) fn lognormal(points: &Points, spread: f64) -> Curve {
    Curve::new(points, |z| libm::exp(spread * z - 0.5 * spread * spread))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The quicker search changes no bit.
    #[test]
    fn a_function_is_inverted_as_by_halving_alone() {
        let halved = |wanted: f64, f: &dyn Fn(f64) -> f64| {
            let (mut low, mut high) = (-9.0, 9.0);
            for _ in 0..64 {
                let middle = 0.5 * (low + high);
                let end = if f(middle) < wanted { &mut low } else { &mut high };
                *end = middle;
            }
            0.5 * (low + high)
        };
        let asked = core::cell::Cell::new(0);
        let counted = |z: f64| {
            asked.set(asked.get() + 1);
            normal(z)
        };
        let points = (1..2048)
            .map(|k| f64::from(k) / 2048.0)
            .chain([1e-7, 1.0 - 1e-7, 1e-300, 2.0]);
        for p in points {
            assert_eq!(
                invert(-9.0, 9.0, p, counted).to_bits(),
                halved(p, &normal).to_bits(),
                "{p}"
            );
        }
        assert!(asked.get() < 3073 * 32, "{}", asked.get());
        // Flat, then rising, then flat again.
        let bent = |z: f64| (z - 1.0).clamp(0.0, 2.0);
        for wanted in [0.0, 0.3, 1.0, 2.0, 5.0] {
            assert_eq!(
                invert(-9.0, 9.0, wanted, bent).to_bits(),
                halved(wanted, &bent).to_bits(),
                "{wanted}"
            );
        }
    }

    #[test]
    fn a_tabulated_curve_keeps_its_function_and_its_mean() {
        let curve = lognormal(&Points::new(), 0.5);
        for p in [0.001_f64, 0.02, 0.3, 0.5, 0.9, 0.999] {
            let exact = libm::exp(0.5 * normal_quantile(p) - 0.125);
            let found = curve.at((p * WHOLE) as u32);
            assert!((found / exact - 1.0).abs() < 2e-4, "{p}: {found} for {exact}");
        }
        let count = 1 << 16;
        let mean = (0..count).map(|k| curve.at(k << 16 | 1 << 15)).sum::<f64>() / f64::from(count);
        assert!((mean - 1.0).abs() < 1e-3, "{mean}");
    }

    /// The published algorithm against bisection of the distribution function, in each of its three pieces and where they
    /// meet.
    #[test]
    fn a_normal_quantile_is_where_the_distribution_reaches_it() {
        let meetings = [0.075, 0.925, 1.388_794_386_496_402e-11];
        let points = (1..4096).map(|k| f64::from(k) / 4096.0);
        for p in points.chain(meetings).chain([1e-7, 1.0 - 1e-7, 1e-13]) {
            let (found, halved) = (normal_quantile(p), invert(-9.0, 9.0, p, normal));
            assert!(
                (found - halved).abs() <= 1e-15 * (1.0 + halved.abs() / p.min(1.0 - p)),
                "{p}"
            );
        }
        // Known values.
        assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-15);
        assert!((normal(-1.0) - 0.158_655_254).abs() < 1e-9);
    }
}
