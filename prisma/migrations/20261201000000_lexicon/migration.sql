-- The words of captions, for lexical search; rowid is Caption.id. Prisma has no full-text tables, so schema.prisma does not list it.
-- "stems": words of content by what their forms have in common. "surface": all that a caption is made of in its order, Japanese as single characters.
-- Written in the transaction that writes the caption; texts stay in Caption alone (contentless).
CREATE VIRTUAL TABLE "Lexicon" USING fts5(
    "stems", "surface",
    content = '', contentless_delete = 1,
    tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
);

-- How many captions have a word, by column.
CREATE VIRTUAL TABLE "LexiconVocabulary" USING fts5vocab("Lexicon", 'col');

CREATE TRIGGER "Caption_delete_words" AFTER DELETE ON "Caption" BEGIN
    DELETE FROM "Lexicon" WHERE rowid = OLD."id";
END;

-- AlterTable
ALTER TABLE "StagedCaption" ADD COLUMN "stems" TEXT NOT NULL DEFAULT '';
ALTER TABLE "StagedCaption" ADD COLUMN "surface" TEXT NOT NULL DEFAULT '';
