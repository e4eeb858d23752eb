-- A refused line may be withdrawn by whoever delivered it: it never was a record, and nothing stands for it.
alter table supplement_line add withdrawn boolean not null default false;
