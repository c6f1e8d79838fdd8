/** Aliases looked at on each side of a frequency: further ones are below rounding. */
const ALIASES = 1;
/** Terms of the sums over splines, which fall off with the eighth power. */
const SPLINE_TERMS = 3;

/** Transform of a cubic B-spline at an angular frequency a node, squared: (sin(w/2) / (w/2))⁸. */
function splinePower(frequency: number): number {
  const half = frequency / 2;
  if (half === 0) return 1;
  const sinc = Math.sin(half) / half;
  return sinc ** 8;
}

/**
 * How much smaller the kernel's transform is at one frequency than at a lower one: that of 1/(1 + d²) is the Bessel function K0, of which this is the
 * asymptote; close enough for frequencies above 1, below which aliases do not count.
 */
function kernelDecay(frequency: number, lower: number): number {
  const at = Math.max(1, frequency);
  const from = Math.max(1, lower);
  return Math.exp(from - at) * Math.sqrt(from / at);
}

/** Sums over all aliases of a frequency along one axis. */
interface AxisSums {
  /** By alias from −ALIASES: its frequency, and the spline's power there. */
  frequencies: number[];
  powers: number[];
  power: number;
  /** Power times squared frequency. */
  slope: number;
}

function sumAxis(frequency: number): AxisSums {
  const at = (alias: number) => frequency + 2 * Math.PI * alias;
  const aliases = Array.from({ length: 2 * ALIASES + 1 }, (_, i) => at(i - ALIASES));
  const sums: AxisSums = { frequencies: aliases, powers: aliases.map(splinePower), power: 0, slope: 0 };
  for (let alias = -SPLINE_TERMS; alias <= SPLINE_TERMS; alias++) {
    const power = splinePower(at(alias));
    sums.power += power;
    sums.slope += at(alias) ** 2 * power;
  }
  return sums;
}

/**
 * By what the spectrum of the sampled kernel is to be multiplied so that the gradients read from the grid come as near as they can to the true ones, in
 * the mean square over all places of two points between the nodes.
 * Source: R. Hockney and J. Eastwood, Computer Simulation Using Particles (1988), §8; for gradients of splines: M. Deserno and C. Holm, How to mesh up Ewald sums I, J. Chem. Phys. 109 (1998).
 */
export class Influence {
  private readonly axis: AxisSums[];

  /** @param length of the transforms   @param spacing of the nodes   @param smooth whether the kernel has no frequencies as high as the aliases */
  constructor(length: number, private readonly spacing: number, private readonly smooth: boolean) {
    this.axis = Array.from({ length: length / 2 + 1 }, (_, k) => sumAxis((2 * Math.PI * k) / length));
  }

  /** @param a,b frequencies along both axes, 0 … length/2 */
  factor(a: number, b: number): number {
    const [x, y] = [this.axis[a]!, this.axis[b]!];
    const { kernel, seen } = this.smooth ? ownTerm(x, y) : aliasTerms(x, y, this.spacing);
    const slope = x.slope * y.power + x.power * y.slope;
    return slope < 1e-9 ? 1 : seen / (kernel * x.power * y.power * slope);
  }
}

/** The kernel's transform over a frequency's aliases, in units of that at the frequency itself; and as it is seen through the splines. */
interface Terms {
  kernel: number;
  seen: number;
}

function ownTerm(a: AxisSums, b: AxisSums): Terms {
  const square = a.frequencies[ALIASES]! ** 2 + b.frequencies[ALIASES]! ** 2;
  return { kernel: 1, seen: square * a.powers[ALIASES]! * b.powers[ALIASES]! };
}

function aliasTerms(a: AxisSums, b: AxisSums, spacing: number): Terms {
  const own = Math.sqrt(a.frequencies[ALIASES]! ** 2 + b.frequencies[ALIASES]! ** 2) / spacing;
  let kernel = 0;
  let seen = 0;
  for (let i = 0; i < a.frequencies.length; i++) {
    for (let j = 0; j < b.frequencies.length; j++) {
      const square = a.frequencies[i]! ** 2 + b.frequencies[j]! ** 2;
      const decay = kernelDecay(Math.sqrt(square) / spacing, own);
      kernel += decay;
      seen += decay * square * a.powers[i]! * b.powers[j]!;
    }
  }
  return { kernel, seen };
}
