using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PractitionerFinder.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Rights : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ErasedFrom",
                table: "Accounts",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "UndoHash",
                table: "Accounts",
                type: "varbinary(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Consents",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    AccountId = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<DateOnly>(type: "date", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Consents", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Consents_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "ListingDeletions",
                columns: table => new
                {
                    ListingId = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTime>(type: "datetime2", nullable: false),
                    WithAccount = table.Column<bool>(type: "bit", nullable: false),
                    StateBefore = table.Column<int>(type: "int", nullable: false),
                    ErasedFrom = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListingDeletions", x => x.ListingId);
                    table.ForeignKey(
                        name: "FK_ListingDeletions_Listings_ListingId",
                        column: x => x.ListingId,
                        principalTable: "Listings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_ErasedFrom",
                table: "Accounts",
                column: "ErasedFrom");

            migrationBuilder.CreateIndex(
                name: "IX_Accounts_UndoHash",
                table: "Accounts",
                column: "UndoHash");

            migrationBuilder.CreateIndex(
                name: "IX_Consents_AccountId",
                table: "Consents",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_ListingDeletions_ErasedFrom",
                table: "ListingDeletions",
                column: "ErasedFrom");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Consents");

            migrationBuilder.DropTable(
                name: "ListingDeletions");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_ErasedFrom",
                table: "Accounts");

            migrationBuilder.DropIndex(
                name: "IX_Accounts_UndoHash",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "ErasedFrom",
                table: "Accounts");

            migrationBuilder.DropColumn(
                name: "UndoHash",
                table: "Accounts");
        }
    }
}
