/** Amplitude in days, power of the eccentricity, multiples of the Sun's anomaly, the Moon's anomaly and the argument of latitude. */
const TERMS = [
  [-0.4072, 0, 0, 1, 0],
  [0.17241, 1, 1, 0, 0],
  [0.01608, 0, 0, 2, 0],
  [0.01039, 0, 0, 0, 2],
  [0.00739, 1, -1, 1, 0],
  [-0.00514, 1, 1, 1, 0],
  [0.00208, 2, 2, 0, 0],
  [-0.00111, 0, 0, 1, -2],
  [-0.00057, 0, 0, 1, 2],
  [0.00056, 1, 1, 2, 0],
  [-0.00042, 0, 0, 3, 0],
  [0.00042, 1, 1, 0, 2],
  [0.00038, 1, 1, 0, -2],
  [-0.00024, 1, -1, 2, 0],
] as const;

const UNIX_EPOCH = 2440587.5;
/** Days between two new moons. */
const LUNATION = 29.530588861;
/** Terrestrial less universal time in these decades. */
const CLOCK_SECONDS = 69;

/**
 * The new moon nearest to a moment, in days since 1970-01-01 UTC, within about a minute between 2000 and 2050 (Meeus,
 * Astronomical Algorithms, chapter 49, terms from 0.0001 day on).
 */
export function newMoonNear(day: number): number {
  const k = Math.round((day + UNIX_EPOCH - 2451550.09766) / LUNATION);
  const t = k / 1236.85;
  const eccentricity = 1 - 0.002516 * t;
  const sun = 2.5534 + 29.1053567 * k;
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t ** 2;
  const latitude = 160.7108 + 390.67050284 * k - 0.0016118 * t ** 2;
  const periodic = TERMS.reduce(
    (sum, [days, power, s, m, f]) => sum + days * eccentricity ** power * sine(s * sun + m * moon + f * latitude),
    -0.00017 * sine(124.7746 - 1.56375588 * k),
  );
  const planets =
    0.000325 * sine(299.77 + 0.107408 * k) +
    0.000165 * sine(251.88 + 0.016321 * k) +
    0.000164 * sine(251.83 + 26.651886 * k) +
    0.000126 * sine(349.42 + 36.412478 * k) +
    0.00011 * sine(84.66 + 18.206239 * k);
  const moment = 2451550.09766 + LUNATION * k + 0.00015437 * t ** 2 + periodic + planets;
  return moment - UNIX_EPOCH - CLOCK_SECONDS / 86_400;
}

const sine = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);
