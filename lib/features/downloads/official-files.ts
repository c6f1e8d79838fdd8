/** A caption file that its authors publish. */
export interface OfficialFile {
  title: string;
  /** The name it is kept under. */
  file: string;
  url: string;
  /** Null where nobody has published it: the file is then known by its first download. */
  bytes: number | null;
  sha256: string | null;
  /** BCP 47. */
  language: string;
  collection: string;
  homepage: string;
  licence: { name: string; url: string; terms: string };
}

const licenceBy = (whom: string, terms = "") => ({
  name: "Creative Commons Attribution 4.0",
  url: "https://creativecommons.org/licenses/by/4.0/legalcode",
  terms: `Use, share and change the captions as you like, ${whom} named as their source.${terms}`,
});

const coco = {
  language: "en",
  collection: "coco",
  homepage: "https://cocodataset.org",
  licence: licenceBy("the COCO Consortium", " The pictures belong to their photographers: https://cocodataset.org/#termsofuse"),
};

/** Sizes and SHA-256 of the COCO files are those that TensorFlow Datasets records for the same addresses. */
export const officialFiles = {
  "coco-2014": {
    ...coco,
    title: "MS COCO 2014, English",
    file: "annotations_trainval2014.zip",
    url: "http://images.cocodataset.org/annotations/annotations_trainval2014.zip",
    bytes: 252_872_794,
    sha256: "031296bbc80c45a1d1f76bf9a90ead27e94e99ec629208449507a4917a3bf009",
  },
  "coco-2017": {
    ...coco,
    title: "MS COCO 2017, English",
    file: "annotations_trainval2017.zip",
    url: "http://images.cocodataset.org/annotations/annotations_trainval2017.zip",
    bytes: 252_907_541,
    sha256: "113a836d90195ee1f884e704da6304dfaaecff1f023f49b6ca93c4aaae470268",
  },
  stair: {
    title: "STAIR Captions 1.2, Japanese",
    file: "stair_captions_v1.2.tar.gz",
    url: "https://github.com/STAIR-Lab-CIT/STAIR-captions/raw/master/stair_captions_v1.2.tar.gz",
    bytes: null,
    sha256: null,
    language: "ja",
    collection: "coco",
    homepage: "http://captions.stair.center",
    licence: licenceBy("STAIR Lab"),
  },
  yj: {
    title: "YJ Captions 26k, Japanese",
    file: "yjcaptions26k.zip",
    url: "https://github.com/yahoojapan/YJCaptions/raw/master/yjcaptions26k.zip",
    bytes: null,
    sha256: null,
    language: "ja",
    collection: "coco",
    homepage: "https://github.com/yahoojapan/YJCaptions",
    licence: licenceBy("Yahoo Japan Corporation"),
  },
} satisfies Record<string, OfficialFile>;

export type OfficialName = keyof typeof officialFiles;

export const officialNames = Object.keys(officialFiles) as OfficialName[];
