-- A delivery has the name of its own file; which file that corrects is another matter.
alter table delivery add original text collate "C";
update delivery set original = name;
alter table delivery alter original set not null;
comment on column delivery.name is 'path of the file below the inbox, and the sheet where it has several';
comment on column delivery.original is 'the same without what marks a correction; a later delivery of the same original supersedes';

-- Corrected files had the name of what they correct. What is published of closed years stays as it is.
update delivery
set name = regexp_replace(name, '[^/]*$', '')
  || regexp_replace(normalize(path, NFC), '.*[/\\]', '')
  || coalesce(substring(name from '(?i)[.]xlsx(#.*)$'), '')
where year > closed_through();
