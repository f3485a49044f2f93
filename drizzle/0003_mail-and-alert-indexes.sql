ALTER TABLE "alert_deliveries" DROP CONSTRAINT "alert_deliveries_mail_id_mail_outbox_id_fk";
--> statement-breakpoint
ALTER TABLE "jobs" DROP CONSTRAINT "jobs_repost_of_jobs_id_fk";
--> statement-breakpoint
ALTER TABLE "alert_deliveries" ADD CONSTRAINT "alert_deliveries_mail_id_mail_outbox_id_fk" FOREIGN KEY ("mail_id") REFERENCES "public"."mail_outbox"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "jobs" ADD CONSTRAINT "jobs_repost_of_jobs_id_fk" FOREIGN KEY ("repost_of") REFERENCES "public"."jobs"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "alert_deliveries_search" ON "alert_deliveries" USING btree ("saved_search_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "alert_matches_delivery" ON "alert_matches" USING btree ("delivery_id");--> statement-breakpoint
CREATE INDEX "jobs_repost" ON "jobs" USING btree ("repost_of") WHERE "jobs"."repost_of" is not null;--> statement-breakpoint
CREATE INDEX "mail_outbox_waiting" ON "mail_outbox" USING btree ("created_at") WHERE "mail_outbox"."state" = 'queued';