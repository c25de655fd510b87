-- For those who bought the post. Alone: a new value cannot be used in the transaction that adds it.
ALTER TYPE "Audience" ADD VALUE 'paid';
