-- What a step was about with the English labels of its codes; '' where they have none, or it was about something else.
alter table history_entry add column subject_en text not null default '';
