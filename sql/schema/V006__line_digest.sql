-- Digests of some columns of a delivery's lines, which find the lines that agree in them. They need a few
-- bytes a line, and no index that every new line would have to be written to.
-- part: a block of 1,048,576 line numbers, counted from 0.
-- digests: four bytes for each line of the block that has a value in every column.
-- lines: four bytes for each digest, the number of its line.
create table line_digest (
  delivery_id bigint not null references delivery,
  columns text collate "C" not null,
  part integer not null,
  digests bytea not null,
  lines bytea not null,
  primary key (delivery_id, columns, part)
);
-- digests do not compress
alter table line_digest alter lines set storage external, alter digests set storage external;
