import stopWords from "stopwords-iso/stopwords-iso.json";

/** English words of the list that name what a picture shows. */
const namesThings = new Set(["computer", "course", "face", "faces", "fire", "home", "keys", "man", "men", "mug", "net", "page", "ring", "room", "rooms", "stop", "web"]);

/** What captions say of pictures as such, of places in them and of numbers, which tells none from another. */
const ofCaptions: Record<string, string[]> = {
  en: ["background", "foreground", "close", "closeup", "image", "images", "photo", "photograph", "photos", "picture", "pictures", "shot", "view", "scene", "different", "various", "couple", "bunch", "pair", "set", "middle", "center", "standing", "stands", "sitting", "sits", "laying", "lying", "using", "holding", "wearing", "wears", "holds", "doing", "posing", "preparing"],
  ja: ["写真", "画像", "姿", "様子", "場所", "風景", "光景", "状態", "複数", "多数", "一部", "全体", "設置", "配置", "手前", "奥", "横", "隣", "下", "後ろ", "向こう", "脇", "側", "前方", "後方", "周り", "周囲", "中央", "真ん中", "正面", "傍", "端", "左", "右", "左側", "右側", "方向", "位置", "部分", "居る", "有る", "無い", "行う", "置く", "写る", "映る", "撮る", "写す", "見る", "見える", "言う", "入る", "出す", "付く", "付ける", "掛ける", "取る", "使う", "人々", "ひと", "たくさん", "沢山", "いっぱい", "いろいろ", "さまざま", "様々", "ない", "大きい", "小さい", "多い", "少ない", "よい", "良い", "いい", "近い", "プレイ"],
};

const lists = new Map<string, ReadonlySet<string>>();

function listFor(language: string): ReadonlySet<string> {
  const known = lists.get(language);
  if (known) return known;
  const general = (stopWords as Record<string, string[]>)[language] ?? [];
  const list = new Set([...(language === "en" ? general.filter((word) => !namesThings.has(word)) : general), ...(ofCaptions[language] ?? [])]);
  lists.set(language, list);
  return list;
}

/** Whether a word says nothing of what a picture shows. @param word in lower case   @param language BCP 47 primary subtag */
export const isStopWord = (word: string, language: string): boolean => listFor(language).has(word);
