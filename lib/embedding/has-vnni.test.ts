import { expect, it } from "vitest";
import { namesVnni } from "./has-vnni";

it.each([
  ["AVX-512 with VNNI", "flags\t\t: fpu avx2 avx512f avx512_vnni avx512_bitalg\n", true],
  ["AVX2 with VNNI", "flags\t\t: fpu avx2 avx_vnni serialize\n", true],
  ["AVX2 alone", "flags\t\t: fpu avx2 fma\nbugs\t\t: avx_vnni\n", false],
  ["another architecture", "Features\t: fp asimd\n", false],
  ["nothing", "", false],
])("%s is told from what Linux says", (_what, cpuInfo, expected) => {
  expect(namesVnni(cpuInfo)).toBe(expected);
});
